# A bus of the test's own, and somebody on it who shows notifications.
add_library(faltakt_notification_desk STATIC "${PROJECT_SOURCE_DIR}/tests/support/notification_desk.cpp"
    "${PROJECT_SOURCE_DIR}/tests/support/notification_desk.h")
set_target_properties(faltakt_notification_desk PROPERTIES AUTOMOC ON)
target_link_libraries(faltakt_notification_desk PUBLIC faltakt_flags faltakt_test_support Qt6::DBus)
faltakt_test(NAME unit_notifier SOURCES unit/notifier_test.cpp LINKS platform_linux notification_desk LIBS Qt6::DBus TIMEOUT 120)
