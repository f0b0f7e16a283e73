# Compiler-wide choices: language level, warnings, hardening, sanitizers, ccache.
option(FALTAKT_TESTS "Build the tests" ON)
option(FALTAKT_WERROR "Treat warnings as errors" ON)
option(FALTAKT_COVERAGE "Instrument for coverage" OFF)
option(FALTAKT_FUZZ "Build the libFuzzer targets (needs clang)" OFF)
set(FALTAKT_SANITIZE "" CACHE STRING "Sanitizers for the whole tree: 'address,undefined' or 'thread'")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
    # What ccache wants to know so that sources with a precompiled header are kept too.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

# Flags for our own code; third-party sources (SQLCipher) do not link this target.
add_library(faltakt_flags INTERFACE)
target_compile_options(faltakt_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
    -Wimplicit-fallthrough -Wunused-result
    $<$<BOOL:${FALTAKT_WERROR}>:-Werror>
    # GCC 12 reports these on its own library and on coroutine frames without cause, most of them only when it optimises.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow
        -Wno-stringop-overread -Wno-restrict>)
target_compile_definitions(faltakt_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS
    $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_compile_options(faltakt_flags INTERFACE -fstack-protector-strong)
target_link_options(faltakt_flags INTERFACE -Wl,-z,relro,-z,now)

if(FALTAKT_SANITIZE)
    add_compile_options(-fsanitize=${FALTAKT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    if(FALTAKT_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize=pointer-overflow)
    endif()
    add_link_options(-fsanitize=${FALTAKT_SANITIZE})
endif()
if(FALTAKT_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
if(FALTAKT_FUZZ)
    # RapidJSON's empty stack adds an offset to a null pointer, which is not ours to mend.
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
