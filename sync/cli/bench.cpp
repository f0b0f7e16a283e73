#include "sync/cli/bench.h"

#include "sync/cli/bench_parts.h"

#include <QFile>
#include <QString>

#include <algorithm>
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

double anonymousMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).simplified().split(' ').front().toDouble() / 1024.0;
    return 0;
}

CommandResult runBench(CommandContext &context, const std::vector<std::string> &arguments)
{
    const auto wants = [&arguments](std::string_view what) {
        return arguments.empty() || std::find(arguments.begin(), arguments.end(), what) != arguments.end();
    };
    for (const std::string &argument : arguments)
        if (argument != "writes" && argument != "ceiling" && argument != "sync")
            return wrongUsage("bench measures writes, ceiling and sync; '" + argument + "' is none of them.");
    BenchOutput output(context);
    if (wants("writes"))
        TRY_COMMAND_VOID(benchWrites(context, output));
    if (wants("ceiling"))
        TRY_COMMAND_VOID(benchCeiling(context, output));
    if (wants("sync"))
        TRY_COMMAND_VOID(benchSync(context, output));
    return {};
}

} // namespace faltakt::cli
