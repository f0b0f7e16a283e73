# The end of a matter, and the forms that are begun in a person's file.
faltakt_test(NAME qml_closing SOURCES qml/closing_test.cpp qml/stage_test.cpp qml/closed_file_test.cpp qml/people_bench.cpp LINKS app_harness TIMEOUT 900)
