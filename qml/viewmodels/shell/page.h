#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {
Q_NAMESPACE
QML_ELEMENT
enum class Page { Today };
Q_ENUM_NS(Page)
} // namespace faltakt::viewmodels
