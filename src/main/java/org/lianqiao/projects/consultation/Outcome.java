package org.lianqiao.projects.consultation;

import java.util.Collection;

/** What the answers come to. Nobody chooses it, the joint office neither. */
enum Outcome {
    AGREED,
    AMENDED,
    NOT_AGREED;

    /** @param answers of everybody who was asked; silence is none of them */
    static Outcome of(Collection<Answer> answers) {
        if (answers.contains(Answer.REFUSE)) return NOT_AGREED;
        return answers.contains(Answer.AMEND) ? AMENDED : AGREED;
    }
}
