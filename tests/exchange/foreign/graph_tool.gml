graph [
   directed 1
   node [
      id 0
      kind "state"
      label "France & friends"
      note "a <b> \"c\""
      points "0, 1"
      real 0.1
      whole -3
   ]
   node [
      id 1
      kind "state"
      label "Türkiye"
      note ""
      points "0.5, 1"
      real -2.5e-07
      whole 2147483647
   ]
   node [
      id 2
      kind "state"
      label "日本 😀"
      note "line
break"
      points "1, 1"
      real 1e+300
      whole 0
   ]
   node [
      id 3
      kind "agreement"
      label "Paris Call"
      note ""
      points "1.5, 1"
      real 3
      whole 7
   ]
   node [
      id 4
      kind "company"
      label "Alone"
      note ""
      points "2, 1"
      real 12345.7
      whole 1
   ]
   edge [
      id 0
      source 0
      target 3
      relation "endorsed"
      weight 1.5
   ]
   edge [
      id 1
      source 0
      target 1
      relation "backed"
      weight 4
   ]
   edge [
      id 2
      source 0
      target 1
      relation "sued"
      weight 1
   ]
   edge [
      id 3
      source 1
      target 3
      relation "endorsed"
      weight 2
   ]
   edge [
      id 4
      source 2
      target 3
      relation "refused"
      weight 0.25
   ]
   edge [
      id 5
      source 2
      target 2
      relation "backed"
      weight 3
   ]
]
