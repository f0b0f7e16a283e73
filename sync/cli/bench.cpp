#include "sync/cli/bench.h"

#include "sync/cli/bench_parts.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace faltakt::cli {

namespace json = base::json;

CommandResult BenchOutput::row(std::string_view name, double value, std::string_view unit, double reference)
{
    json::Object line{{"name", name}, {"value", value}, {"unit", unit}};
    if (reference > 0) {
        line.append("reference", reference);
        line.append("ratio", value / reference);
    } else {
        line.append("reference", nullptr);
        line.append("ratio", nullptr);
    }
    TRY_COMMAND_VOID(m_context->output.write(std::move(line)));
    return {};
}

double BenchOutput::secondsSince(std::chrono::nanoseconds start) const
{
    return std::chrono::duration<double>(m_context->monotonic.elapsed() - start).count();
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto index = std::size_t(std::lround(share * double(values.size() - 1)));
    return values[index];
}

double anonymousMegabytes(std::optional<qint64> process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process ? QString::number(*process) : QStringLiteral("self")));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).simplified().split(' ').front().toDouble() / 1024.0;
    return 0;
}

namespace {

constexpr int SyncChanges = 20000;
constexpr int MostSyncChanges = 1000000;

/// The number that may stand behind "sync"; 0 where it is none.
int changesOf(std::string_view text)
{
    int changes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), changes);
    return error == std::errc() && end == text.data() + text.size() && changes >= 100 && changes <= MostSyncChanges
               ? changes
               : 0;
}

} // namespace

CommandResult runBench(CommandContext &context, const std::vector<std::string> &arguments)
{
    const auto wants = [&arguments](std::string_view what) {
        return arguments.empty() || std::find(arguments.begin(), arguments.end(), what) != arguments.end();
    };
    int changes = SyncChanges;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (i > 0 && arguments[i - 1] == "sync" && changesOf(argument) > 0)
            changes = changesOf(argument);
        else if (argument != "writes" && argument != "ceiling" && argument != "sync")
            return wrongUsage("bench measures writes, ceiling and sync (with a number of changes from 100 to "
                              + std::to_string(MostSyncChanges) + " behind it), and nothing else.");
    }
    BenchOutput output(context);
    if (wants("writes"))
        TRY_COMMAND_VOID(benchWrites(context, output));
    if (wants("ceiling"))
        TRY_COMMAND_VOID(benchCeiling(context, output));
    if (wants("sync"))
        TRY_COMMAND_VOID(benchSync(context, output, changes));
    return {};
}

} // namespace faltakt::cli
