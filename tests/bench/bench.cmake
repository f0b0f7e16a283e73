# What the app costs on the screen: "./dev bench ui".
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
faltakt_program(faltakt-bench
    SOURCES bench/ui_bench.cpp bench/app_bench.cpp bench/forms_bench.cpp bench/frame_meter.cpp bench/frame_meter.h support/scene_items.cpp
    LINKS app LIBS Qt6::Test)
set_target_properties(faltakt-bench PROPERTIES AUTOMOC ON)
add_dependencies(faltakt-bench faltakt)
# The small form runs with the tests, so that it cannot rot; only processor time that misses its goal threefold fails, since
# a test machine does other things at the same time.
add_test(NAME bench_ui COMMAND faltakt-bench --quick --limit 3)
set_tests_properties(bench_ui PROPERTIES TIMEOUT 600)

# What a push costs on PostgreSQL: "./dev bench postgres".
faltakt_program(faltakt-bench-postgres
    SOURCES bench/postgres_bench.cpp support/postgres_cluster.cpp
    LINKS server_api server_ops server_store LIBS PostgreSQL::PostgreSQL)
# The small form runs with the tests, so that it cannot rot.
add_test(NAME bench_postgres COMMAND faltakt-bench-postgres 2)
set_tests_properties(bench_postgres PROPERTIES TIMEOUT 120)

# What the access log costs on either store: "./dev bench access".
faltakt_program(faltakt-bench-access-log
    SOURCES bench/access_log_bench.cpp support/postgres_cluster.cpp
    LINKS server_api server_ops server_store LIBS PostgreSQL::PostgreSQL)
# The small form runs with the tests, so that it cannot rot.
add_test(NAME bench_access_log COMMAND faltakt-bench-access-log 1000)
set_tests_properties(bench_access_log PROPERTIES TIMEOUT 120)

# Many devices on one server, and a county's year: "./dev bench load", "./dev bench county". Small forms run with the tests.
if(TARGET faltakt-cli AND TARGET faltakt-server)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    add_test(NAME bench_load COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/load_bench.py
        $<TARGET_FILE_DIR:faltakt-server> 10 35 file)
    add_test(NAME bench_county COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/county_year.py
        $<TARGET_FILE_DIR:faltakt-server> 60 2 4)
    set_tests_properties(bench_load bench_county PROPERTIES TIMEOUT 300)
endif()
