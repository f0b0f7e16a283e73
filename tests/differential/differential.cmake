# Against other people's programs for the same job, pinned in differential/package-lock.json and fetched by ./dev setup.
faltakt_test(NAME differential_expressions
    SOURCES
        differential/expression_differential_test.cpp
        differential/expression_grammar.cpp
        differential/response_maker.cpp
    LINKS screening
    LIBS Qt6::Core
    TIMEOUT 300)
set_tests_properties(differential_expressions PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")

# These read assets/instruments and have no program of ours to wait for.
foreach(each IN ITEMS validator renderer)
    add_test(NAME differential_${each}s COMMAND node ${CMAKE_CURRENT_LIST_DIR}/${each}_test.mjs)
    set_tests_properties(differential_${each}s PROPERTIES TIMEOUT 600 SKIP_REGULAR_EXPRESSION "skipped: ")
endforeach()
