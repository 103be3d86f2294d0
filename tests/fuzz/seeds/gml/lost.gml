graph [ directed 2 node [ ] node [ id 1 ] edge [ source 1 ] ]
