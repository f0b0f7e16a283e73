# Reminders of the whole app, and what of them goes over a bus.
faltakt_test(NAME qml_reminder SOURCES qml/reminder_test.cpp
    LINKS app_harness platform_linux notification_desk LIBS Qt6::DBus TIMEOUT 600)
