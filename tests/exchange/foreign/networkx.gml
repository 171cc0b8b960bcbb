graph [
  directed 1
  multigraph 1
  node [
    id 0
    label "n0"
    kind "state"
    real 0.1
    whole -3
    sure 1
    note "a <b> &#34;c&#34;"
  ]
  node [
    id 1
    label "n1"
    kind "state"
    real -2.5E-07
    whole 2147483647
    sure 0
  ]
  node [
    id 2
    label "n2"
    kind "state"
    real 1.E+300
    whole 0
    sure 1
    note "line&#10;break"
  ]
  node [
    id 3
    label "n3"
    kind "agreement"
    real 3.0
    whole 7
    sure 0
  ]
  node [
    id 4
    label "n4"
    kind "company"
    real 12345.678901234567
    whole 1
    sure 1
  ]
  edge [
    source 0
    target 3
    key "e0"
    weight 1.5
    relation "endorsed"
  ]
  edge [
    source 0
    target 1
    key "e3"
    weight 4.0
    relation "backed"
  ]
  edge [
    source 0
    target 1
    key "e4"
    weight 1.0
    relation "sued"
  ]
  edge [
    source 1
    target 3
    key "e1"
    weight 2.0
    relation "endorsed"
  ]
  edge [
    source 2
    target 3
    key "e2"
    weight 0.25
    relation "refused"
  ]
  edge [
    source 2
    target 2
    key "e5"
    weight 3.0
    relation "backed"
  ]
]
