# A contact card that is turned round to the person, and read back from the picture of the window.
faltakt_test(NAME qml_contact_card
    SOURCES qml/contact_card_test.cpp qml/people_bench.cpp
    LINKS app_harness platform_camera code_pictures TIMEOUT 600)
