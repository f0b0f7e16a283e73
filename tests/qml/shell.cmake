# The frame of the app and what guards it.
faltakt_test(NAME qml_shell
    SOURCES qml/shell_frame_test.cpp qml/shell_keys_test.cpp qml/shell_places_test.cpp qml/shell_words_test.cpp
    LINKS app_harness platform_fake TIMEOUT 900)
faltakt_test(NAME qml_lock
    SOURCES qml/lock_test.cpp qml/lock_auto_test.cpp qml/lock_enrol_test.cpp qml/lock_scan_test.cpp
            qml/lock_words_test.cpp
    LINKS app_harness client platform_camera code_pictures LIBS Qt6::Network TIMEOUT 900)
