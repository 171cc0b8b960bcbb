graph
[
  Creator "Gephi"
  directed 1
  node
  [
    id n0
    label "France & friends"
    graphics
    [
      x 135.12183
      y 224.55151
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#000000"
    ]
    kind "state"
    real "0.1"
    whole "-3"
    sure "true"
    note "a <b>  c "
  ]
  node
  [
    id n1
    label "Türkiye"
    graphics
    [
      x -198.28018
      y -120.15262
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#000000"
    ]
    kind "state"
    real "-2.5E-7"
    whole "2147483647"
    sure "false"
  ]
  node
  [
    id n2
    label "日本 😀"
    graphics
    [
      x 503.57587
      y 153.43164
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#000000"
    ]
    kind "state"
    real "1.0E300"
    whole "0"
    sure "true"
    note "line break"
  ]
  node
  [
    id n3
    label "Paris Call"
    graphics
    [
      x 39.291504
      y -92.741425
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#000000"
    ]
    kind "agreement"
    real "3.0"
    whole "7"
    sure "false"
  ]
  node
  [
    id n4
    label "Alone"
    graphics
    [
      x -172.0781
      y -1.4733887
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#000000"
    ]
    kind "company"
    real "12345.678901234567"
    whole "1"
    sure "true"
  ]
  edge
  [
    id 0
    source n0
    target n3
    value 1.5
    relation "endorsed"
    networkx_key "e0"
  ]
  edge
  [
    id 1
    source n0
    target n1
    value 5.0
    relation "sued"
    networkx_key "e4"
  ]
  edge
  [
    id 3
    source n1
    target n3
    value 2.0
    relation "endorsed"
    networkx_key "e1"
  ]
  edge
  [
    id 4
    source n2
    target n3
    value 0.25
    relation "refused"
    networkx_key "e2"
  ]
  edge
  [
    id 5
    source n2
    target n2
    value 3.0
    relation "backed"
    networkx_key "e5"
  ]
]
