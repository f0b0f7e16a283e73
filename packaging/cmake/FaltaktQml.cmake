# QML modules: static, compiled into the programs, importable as Faltakt.<Name>.
#
# faltakt_qml_module(controls URI Faltakt.Controls QML Theme.qml parts/Row.qml SINGLETONS Theme.qml
#                    SOURCES secret.cpp secret.h FOLDERS lock PUBLIC crypto PUBLIC_LIBS Qt6::Quick RESOURCES icons/x.svg)
#   makes faltakt_controls and its plugin. FOLDERS are subfolders whose headers declare QML types: the generated
#   registration includes them by bare name. A program that imports the module calls faltakt_import_qml(program controls).
option(FALTAKT_QML_AOT "Compile QML ahead of time; off makes rebuilding quick" ON)

function(faltakt_qml_module name)
    cmake_parse_arguments(ARG "" "URI" "QML;SINGLETONS;SOURCES;FOLDERS;PUBLIC;PRIVATE;PUBLIC_LIBS;RESOURCES;IMPORTS" ${ARGN})
    set(target faltakt_${name})
    string(REPLACE "." "/" path "${ARG_URI}")
    foreach(file IN LISTS ARG_SINGLETONS)
        set_source_files_properties(${file} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endforeach()
    # A file that is named twice compiles until QML is compiled ahead of time.
    set(once ${ARG_QML} ${ARG_SOURCES})
    list(REMOVE_DUPLICATES once)
    list(LENGTH once count_once)
    list(APPEND all ${ARG_QML} ${ARG_SOURCES})
    list(LENGTH all count_all)
    if(NOT count_once EQUAL count_all)
        message(FATAL_ERROR "faltakt_qml_module(${name}) names a file twice.")
    endif()
    set(CMAKE_AUTOMOC ON)
    set(compiling "")
    if(NOT FALTAKT_QML_AOT)
        set(compiling NO_CACHEGEN)
    endif()
    qt_add_qml_module(${target}
        STATIC
        URI ${ARG_URI}
        VERSION 1.0
        RESOURCE_PREFIX /qt/qml
        OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${path}"
        QML_FILES ${ARG_QML}
        SOURCES ${ARG_SOURCES}
        RESOURCES ${ARG_RESOURCES}
        IMPORTS ${ARG_IMPORTS}
        ${compiling})
    # What Qt's compiler makes of QML is two hundred small sources with the same large headers: a dozen are compiled as one.
    # They shadow names of their own, which is not about our code.
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "/qmlcache/.*\\.cpp$")
    set(number 0)
    foreach(source IN LISTS sources)
        math(EXPR batch "${number} / 12")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP "qml${batch}")
        math(EXPR number "${number} + 1")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP
        UNITY_BUILD_CODE_BEFORE_INCLUDE "#pragma GCC diagnostic ignored \"-Wshadow\"")
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
    foreach(folder IN LISTS ARG_FOLDERS)
        target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/${folder}")
    endforeach()
    target_link_libraries(${target} PRIVATE faltakt_flags PUBLIC Qt6::Quick)
    foreach(module IN LISTS ARG_PUBLIC)
        target_link_libraries(${target} PUBLIC faltakt_${module})
    endforeach()
    foreach(module IN LISTS ARG_PRIVATE)
        target_link_libraries(${target} PRIVATE faltakt_${module})
    endforeach()
    if(ARG_PUBLIC_LIBS)
        target_link_libraries(${target} PUBLIC ${ARG_PUBLIC_LIBS})
    endif()
endfunction()

# Links modules with their plugins into a library or program, one source of which says Q_IMPORT_QML_PLUGIN for each.
function(faltakt_import_qml target)
    foreach(module IN LISTS ARGN)
        target_link_libraries(${target} PUBLIC faltakt_${module} faltakt_${module}plugin)
    endforeach()
endfunction()
