// Read once for all sources of this module instead of once for each: the headers that every view model includes anyway and
// that seldom change. Sources still include what they use.
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/rules/profile.h"
#include "core/store/case_store.h"
#include "sync/client/field_store.h"

#include <QAbstractListModel>
#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
