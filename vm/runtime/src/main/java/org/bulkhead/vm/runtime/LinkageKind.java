package org.bulkhead.vm.runtime;

/** Which error {@code throwLinkage} throws. */
public final class LinkageKind {
    public static final int NO_CLASS_DEF = 0;
    public static final int NO_SUCH_METHOD = 1;
    public static final int NO_SUCH_FIELD = 2;
    public static final int ABSTRACT_METHOD = 3;
    public static final int INCOMPATIBLE_CLASS_CHANGE = 4;
    public static final int UNSATISFIED_LINK = 5;
    public static final int INSTANTIATION = 6;

    private LinkageKind() {}
}
