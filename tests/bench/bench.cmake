# What the app costs on the screen: "./dev bench ui".
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
faltakt_program(faltakt-bench
    SOURCES bench/ui_bench.cpp bench/app_bench.cpp bench/frame_meter.cpp bench/frame_meter.h support/scene_items.cpp
    LINKS app LIBS Qt6::Test)
set_target_properties(faltakt-bench PROPERTIES AUTOMOC ON)
add_dependencies(faltakt-bench faltakt)
