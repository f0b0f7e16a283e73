// A passphrase on its way from the keys to the store.
#include "qml/viewmodels/lock/secret_input.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QClipboard>
#include <QGuiApplication>

using faltakt::viewmodels::SecretInput;

namespace {

QByteArray taken(SecretInput &input)
{
    const auto secret = input.take();
    return {reinterpret_cast<const char *>(secret.view().data()), qsizetype(secret.view().size())};
}

} // namespace

TEST_CASE("what was taken is gone from the input")
{
    SecretInput input;
    input.append(QStringLiteral("utbildning"));
    CHECK(input.length() == 10);
    CHECK(taken(input) == "utbildning");
    CHECK(input.length() == 0);
    CHECK(taken(input).isEmpty());
    input.append(QStringLiteral("kort"));
    CHECK(taken(input) == "kort");
}

TEST_CASE("a letter of several bytes counts and goes as one")
{
    SecretInput input;
    input.append(QStringLiteral("båt"));
    CHECK(input.length() == 3);
    input.erase();
    input.erase();
    CHECK(input.length() == 1);
    CHECK(taken(input) == "b");
    input.erase();
    CHECK(input.length() == 0);
}

TEST_CASE("a letter is the same whether it was typed whole or put together")
{
    SecretInput input;
    input.append(QStringLiteral("a\u030a"));
    CHECK(input.length() == 1);
    CHECK(taken(input) == QStringLiteral("\u00e5").toUtf8());
}

TEST_CASE("nothing longer than the longest passphrase goes in, and what is there stays whole")
{
    SecretInput input;
    input.append(QStringLiteral("början"));
    input.append(QString(5000, QLatin1Char('x')));
    CHECK(input.length() == 6);
    input.append(QStringLiteral("!"));
    CHECK(taken(input) == QStringLiteral("början!").toUtf8());
}

TEST_CASE("a passphrase can be pasted at the lock, and half of one does not stay for the next try")
{
    using Cover = faltakt::viewmodels::AppViewModel::Cover;
    faltakt::test::AppHarness harness;
    const auto lock = [&] {
        harness.app().lockNow();
        harness.waitFor([&] { return harness.app().cover() == Cover::Lock; });
        harness.settle();
    };
    lock();
    harness.type(QStringLiteral("utb"));
    harness.app().hideNow();
    harness.settle();
    harness.app().returnFromHiding();
    harness.settle();
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(faltakt::app::TrainingPassphrase.data(), int(faltakt::app::TrainingPassphrase.size())));
    harness.key(Qt::Key_V, Qt::ControlModifier);
    harness.key(Qt::Key_Return);
    harness.waitFor([&] { return harness.app().cover() == Cover::None; });
    CHECK(harness.app().cover() == Cover::None);
}
