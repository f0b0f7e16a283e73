faltakt_test(NAME unit_engine SOURCES unit/engine_back_off_test.cpp unit/engine_link_test.cpp unit/engine_test.cpp unit/engine_comparing_test.cpp unit/engine_liveness_test.cpp LINKS engine)
