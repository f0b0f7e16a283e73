# The simulation is a program of its own, since it is also run by hand over many more seeds.
add_library(faltakt_simulation STATIC
    simulation/administration.cpp simulation/attachment_checks.cpp simulation/checks.cpp simulation/crash_files.cpp
    simulation/crash_vfs.cpp simulation/device_blobs.cpp simulation/file_sharing.cpp simulation/network.cpp
    simulation/people.cpp simulation/people_at_work.cpp simulation/quick_pages.cpp simulation/simulated_device.cpp
    simulation/simulated_device_calls.cpp simulation/simulated_server.cpp simulation/teamwork.cpp
    simulation/teamwork_witness.cpp simulation/witness.cpp simulation/world.cpp simulation/world_faults.cpp)
target_include_directories(faltakt_simulation PUBLIC "${PROJECT_SOURCE_DIR}")
target_link_libraries(faltakt_simulation
    PUBLIC faltakt_engine faltakt_blobs faltakt_store faltakt_server_api faltakt_server_store sqlcipher
    PRIVATE faltakt_flags)

add_executable(faltakt-simulation simulation/main.cpp)
target_compile_definitions(faltakt-simulation PRIVATE
    FALTAKT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" FALTAKT_BUILD_DIR="${CMAKE_BINARY_DIR}")
target_link_libraries(faltakt-simulation PRIVATE faltakt_flags faltakt_simulation Threads::Threads)

# The mutants are tried on it, too.
faltakt_test(NAME unit_simulation SOURCES simulation/regression_test.cpp simulation/crash_vfs_test.cpp simulation/package_test.cpp simulation/sync_disk_test.cpp simulation/teamwork_test.cpp LINKS simulation)

# About 175 seconds on two processors that do nothing else, told from what it takes beside other work; the goal is 180.
add_test(NAME simulation COMMAND faltakt-simulation --seeds 1..10000)
set_tests_properties(simulation PROPERTIES TIMEOUT 1200 PROCESSORS 2)
add_test(NAME simulation_mutants COMMAND faltakt-simulation --mutants)
set_tests_properties(simulation_mutants PROPERTIES TIMEOUT 900 PROCESSORS 2)
