package org.lianqiao.projects.consultation;

import org.lianqiao.files.FilePurpose;

/** On what a consultation is recorded: 会议纪要 or 函. */
enum Paper {
    MINUTES(FilePurpose.MINUTES),
    LETTER(FilePurpose.LETTER);

    final FilePurpose purpose;

    Paper(FilePurpose purpose) {
        this.purpose = purpose;
    }
}
