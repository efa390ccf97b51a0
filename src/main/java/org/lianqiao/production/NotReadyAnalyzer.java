package org.lianqiao.production;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says each reason and its remedy, instead of a stack trace. */
class NotReadyAnalyzer extends AbstractFailureAnalyzer<NotReady> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, NotReady cause) {
        return new FailureAnalysis(
                "生产环境拒绝启动。Production refuses to start:\n"
                        + cause.problems.stream().map(p -> "  - " + p.what()).collect(joining("\n")),
                cause.problems.stream().map(p -> "  - " + p.remedy()).collect(joining("\n", "\n", "")),
                cause);
    }
}
