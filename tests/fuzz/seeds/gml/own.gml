# a comment with "quotes [
Creator "own"
graph [ directed 1
  node [ id 1 label "Ann &#82;oe &amp; &uuml;" graphics [ x 1.0 w [ ] ] ]
  node [ id -2 label "Dredgers" isGroup 1 ]
  node [ id 3 label "Port" gid -2 ]
  edge [ source 1 target -2 label "owns" value 2 ]
  edge [ source 1 target 3 year 2021 ]
  edge [ source 1 target 9 ]
]
