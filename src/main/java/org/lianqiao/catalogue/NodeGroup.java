package org.lianqiao.catalogue;

import java.util.List;
import org.lianqiao.web.Option;

/** A chain's nodes, for a choice by chain. */
public record NodeGroup(String chain, List<Option> nodes) {}
