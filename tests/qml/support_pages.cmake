# Two versions, sync, settings, guidance, help and Akut, in the whole app.
faltakt_test(NAME qml_support_pages
    SOURCES qml/conflict_test.cpp qml/content_pack_test.cpp qml/sync_page_test.cpp qml/team_returns_test.cpp qml/settings_test.cpp qml/guidance_test.cpp qml/guidance_call_test.cpp
    LINKS app_harness TIMEOUT 900)
