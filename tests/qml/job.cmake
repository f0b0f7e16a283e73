# The main job on the whole app, and how many taps it takes.
add_library(faltakt_field_worker STATIC qml/field_worker.cpp)
target_link_libraries(faltakt_field_worker PUBLIC faltakt_app_harness)

faltakt_test(NAME qml_taps SOURCES qml/taps_test.cpp LINKS field_worker TIMEOUT 300)
