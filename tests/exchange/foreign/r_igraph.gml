Creator "igraph version 1.3.4.9022 Sat Nov 28 15:14:51 2026"
Version 1
graph
[
  directed 1
  node
  [
    id 0
    name "n0"
    label "France & friends"
    kind "state"
    real 0.1
    whole -3
    sure 1
    note "a <b> "c""
  ]
  node
  [
    id 1
    name "n1"
    label "Türkiye"
    kind "state"
    real -2.5e-07
    whole 2147483647
    sure 0
    note "NA"
  ]
  node
  [
    id 2
    name "n2"
    label "日本 😀"
    kind "state"
    real 1e+300
    whole 0
    sure 1
    note "line
break"
  ]
  node
  [
    id 3
    name "n3"
    label "Paris Call"
    kind "agreement"
    real 3
    whole 7
    sure 0
    note "NA"
  ]
  node
  [
    id 4
    name "n4"
    label "Alone"
    kind "company"
    real 12345.6789012346
    whole 1
    sure 1
    note "NA"
  ]
  edge
  [
    source 0
    target 3
    weight 1.5
    relation "endorsed"
  ]
  edge
  [
    source 1
    target 3
    weight 2
    relation "endorsed"
  ]
  edge
  [
    source 2
    target 3
    weight 0.25
    relation "refused"
  ]
  edge
  [
    source 0
    target 1
    weight 4
    relation "backed"
  ]
  edge
  [
    source 0
    target 1
    weight 1
    relation "sued"
  ]
  edge
  [
    source 2
    target 2
    weight 3
    relation "backed"
  ]
]
