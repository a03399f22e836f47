package org.bulkhead.vm.runtime.substitute;

import java.util.List;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.exceptions.Backtrace;

/** A stack trace is captured as an {@code int[]} of code addresses. */
@Substitutes("java.lang.Throwable")
public final class ThrowableSubstitution {
    @Alias private static StackTraceElement[] UNASSIGNED_STACK;
    @Alias private Object backtrace;
    @Alias private int depth;
    @Alias private String detailMessage;
    @Alias private StackTraceElement[] stackTrace;
    @Alias private Throwable cause;
    @Alias private List<Throwable> suppressedExceptions;

    private ThrowableSubstitution() {}

    @Replace(reason = "the VM's own backtrace")
    @NoStackProbe
    private Throwable fillInStackTrace(int dummy) {
        int[] places = Backtrace.capture();
        backtrace = places;
        depth = places.length;
        return (Throwable) (Object) this;
    }

    /** Returns the code addresses captured in {@code throwable}, or null. */
    @Inject
    static int[] places(Throwable throwable) {
        return (int[]) ((ThrowableSubstitution) (Object) throwable).backtrace;
    }

    /** Makes {@code throwable} come from other places. */
    @Inject
    static void places(Throwable throwable, int[] places) {
        ThrowableSubstitution changed = (ThrowableSubstitution) (Object) throwable;
        changed.backtrace = places;
        changed.depth = places.length;
    }

    /**
     * Makes {@code fresh}, a zeroed or copied instance of the class of {@code prototype}, what a constructor would have made of it, and returns it. Allocates nothing.
     *
     * @param places the backtrace, or null for none
     */
    @Inject
    @NoStackProbe
    public static Throwable renew(Throwable prototype, Throwable fresh, int[] places) {
        ThrowableSubstitution from = (ThrowableSubstitution) (Object) prototype;
        ThrowableSubstitution to = (ThrowableSubstitution) (Object) fresh;
        to.detailMessage = from.detailMessage;
        to.suppressedExceptions = from.suppressedExceptions;
        to.cause = fresh;
        to.stackTrace = UNASSIGNED_STACK;
        to.backtrace = places;
        to.depth = places == null ? 0 : places.length;
        return fresh;
    }
}
