# The whole app in one process, without a display.
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
add_library(faltakt_app_harness STATIC support/app_harness.cpp support/scene_items.cpp)
target_link_libraries(faltakt_app_harness PUBLIC faltakt_flags faltakt_app faltakt_test_support Qt6::Test)

faltakt_test(NAME qml_app SOURCES qml/app_places_test.cpp LINKS app_harness TIMEOUT 900)

# Every screen in the looks that differ most; a warning of Qt or QML fails.
add_test(NAME qml_self_test COMMAND faltakt --self-test --look phone-light --look phone-200 --look tablet-dark)
set_tests_properties(qml_self_test PROPERTIES TIMEOUT 900)

# Help and a wrong option are answered where no display is.
function(faltakt_app_says NAME OPTION WORDS)
    add_test(NAME app_${NAME}
             COMMAND ${CMAKE_COMMAND} -E env --unset=DISPLAY --unset=WAYLAND_DISPLAY --unset=QT_QPA_PLATFORM
                     $<TARGET_FILE:faltakt> ${OPTION})
    set_tests_properties(app_${NAME} PROPERTIES PASS_REGULAR_EXPRESSION "${WORDS}" TIMEOUT 30)
endfunction()
faltakt_app_says(help --help "Usage:")
faltakt_app_says(wrong_option --nonsense "There is no option 'nonsense'")
faltakt_app_says(no_display --demo "there is no display here")
