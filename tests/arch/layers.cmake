# The tree against ARCHITECTURE.md, and the scripts of this folder against small trees with known faults.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(arch_python ${Python3_EXECUTABLE} -B)
add_test(NAME arch_layers COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/layers.py ${PROJECT_SOURCE_DIR})
add_test(NAME arch_layers_script COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/layers_test.py)
add_test(NAME arch_house_script COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/house_test.py)
# The law map and the deadline rules: whole, and fitting together.
add_test(NAME arch_law_map COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/law_map.py ${PROJECT_SOURCE_DIR})
add_test(NAME arch_deadlines COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/deadlines.py ${PROJECT_SOURCE_DIR})
add_test(NAME arch_deadlines_script COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/deadlines_test.py)
# Every setting of a municipality's profile does something, or is told as it stands.
add_test(NAME arch_profile_settings COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/profile_settings.py ${PROJECT_SOURCE_DIR})
add_test(NAME arch_profile_settings_script COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/profile_settings_test.py)
# The known mistakes of the guidelines in citing the law, over all assets; and no paragraph as text in the code.
add_test(NAME arch_citations COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/citations.py ${PROJECT_SOURCE_DIR})
add_test(NAME arch_citations_script COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/citations_test.py)
# Everything that the guidelines name: in the app, waited for, or out of scope.
add_test(NAME arch_coverage COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/coverage.py ${PROJECT_SOURCE_DIR})
add_test(NAME arch_coverage_script COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/coverage_test.py)

find_program(FALTAKT_LUPDATE NAMES lupdate PATHS /usr/lib/qt6/bin REQUIRED NO_DEFAULT_PATH)
add_test(NAME arch_i18n COMMAND ${arch_python} ${CMAKE_CURRENT_LIST_DIR}/i18n.py ${PROJECT_SOURCE_DIR} ${FALTAKT_LUPDATE})
