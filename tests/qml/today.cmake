# I dag narrowed to one sort of task.
faltakt_test(NAME qml_today SOURCES qml/today_filter_test.cpp LINKS app_harness TIMEOUT 900)
