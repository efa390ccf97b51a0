package org.lianqiao.local;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A second copy started by mistake says so and stops. */
class DirectoryInUseAnalyzer extends AbstractFailureAnalyzer<LocalPostgres.DirectoryInUse> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, LocalPostgres.DirectoryInUse cause) {
        return new FailureAnalysis(
                "链桥已在运行：数据目录 " + cause.getMessage() + " 正由另一个进程使用。LianQiao already runs on this data directory.",
                "请直接打开已启动的门户，或先停止它；如需另开一份，请指定其他目录："
                        + "-Dspring-boot.run.arguments=\"--server.port=8081 --lianqiao.postgres.directory=var/other\"",
                cause);
    }
}
