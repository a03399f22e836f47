package org.bulkhead.programs.reflect.other;

/** Members of every access. */
public class Guarded {
    public String open = "public";
    protected String inherited = "protected";
    String shared = "package";
    private String own = "private";

    public String openMethod() {
        return open;
    }

    protected String inheritedMethod() {
        return inherited;
    }

    String sharedMethod() {
        return shared;
    }

    private String ownMethod() {
        return own;
    }
}
