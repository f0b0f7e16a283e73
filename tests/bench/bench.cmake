# What the app costs on the screen: "./dev bench ui".
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
faltakt_program(faltakt-bench
    SOURCES bench/ui_bench.cpp bench/app_bench.cpp bench/frame_meter.cpp bench/frame_meter.h support/scene_items.cpp
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
