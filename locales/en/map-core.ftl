# The map's core: checks of entry, differences, views, presenting

map-core-hidden-marks = Has invisible characters; they will be left out
map-core-too-long = { $length } characters, at most { $limit }
map-core-superior-twice = { $count } people are called “{ $name }”; which one is not clear
map-core-superior-unknown = “{ $name }” is neither in the rows nor on the map
map-core-row-empty = Neither a name nor a title
map-core-no-title = No title; noted as unknown
map-core-namesake = “{ $name }” is on the map already; please make sure it is somebody else
map-core-own-superior = Is their own superior
map-core-circle = Rows are each other's superiors in a circle
map-core-unit-twice = { $count } units are called “{ $name }”; which one is not clear
map-core-first-unit = Head office
