/** 项目会商: the offices concerned are asked, each answers, and the outcome is recorded with its paper. */
@NullMarked
package org.lianqiao.projects.consultation;

import org.jspecify.annotations.NullMarked;
