// Read once for all tests of the whole app instead of once for each source. Sources still include what they use.
#pragma once

#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QDeadlineTimer>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>
