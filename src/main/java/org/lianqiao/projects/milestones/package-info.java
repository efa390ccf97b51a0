/** How the sites of a project come along: milestones with their evidence, problems and measures, a note a week. */
@NullMarked
package org.lianqiao.projects.milestones;

import org.jspecify.annotations.NullMarked;
