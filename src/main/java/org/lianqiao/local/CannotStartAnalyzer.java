package org.lianqiao.local;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why no PostgreSQL runs inside; a second copy started by mistake says so and stops. */
class CannotStartAnalyzer extends AbstractFailureAnalyzer<LocalPostgres.CannotStart> {
    private static final String ELSEWHERE =
            "-Dspring-boot.run.arguments=\"--server.port=8081 --lianqiao.directory=var/other\"";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, LocalPostgres.CannotStart cause) {
        return switch (cause.why) {
            case IN_USE ->
                new FailureAnalysis(
                        "链桥已在运行：数据目录 " + cause.directory + " 正由另一个进程使用。LianQiao already runs on this data directory.",
                        "请直接打开已启动的门户，或先停止它；如需另开一份，请指定其他目录 (or choose another): " + ELSEWHERE,
                        cause);
            case NOT_WRITABLE ->
                new FailureAnalysis(
                        "无法写入数据目录 " + cause.directory + "。The data directory is not writable for this user.",
                        "请以创建该目录的用户启动，或指定其他目录 (or choose another): " + ELSEWHERE,
                        cause);
            case FAILED ->
                new FailureAnalysis(
                        "内置 PostgreSQL 未能启动。The PostgreSQL inside did not start: "
                                + rootCause(cause).getMessage(),
                        "日志见 (its log) " + cause.directory.resolve("postgres.log")
                                + "。若以 root 在受限容器中运行，请改用普通用户 (as root in a confined container: use an ordinary user)；"
                                + "也可使用自己的数据库 (or your own database): "
                                + "-Dspring-boot.run.arguments=\"--spring.datasource.url=jdbc:postgresql://… "
                                + "--spring.datasource.username=… --spring.datasource.password=…\"",
                        cause);
        };
    }

    private static Throwable rootCause(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause;
    }
}
