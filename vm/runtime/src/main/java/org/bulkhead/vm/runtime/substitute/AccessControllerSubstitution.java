package org.bulkhead.vm.runtime.substitute;

import java.security.AccessControlContext;
import java.security.Permission;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/** Without a security manager every action simply runs. */
@Substitutes("java.security.AccessController")
@SuppressWarnings("removal")
final class AccessControllerSubstitution {
    private static final String RUN = "no security manager: the action just runs";

    private AccessControllerSubstitution() {}

    @Replace(reason = RUN)
    public static <T> T doPrivileged(PrivilegedAction<T> action) {
        return action.run();
    }

    @Replace(reason = RUN)
    public static <T> T doPrivilegedWithCombiner(PrivilegedAction<T> action) {
        return action.run();
    }

    @Replace(reason = RUN)
    public static <T> T doPrivileged(PrivilegedAction<T> action, AccessControlContext context) {
        return action.run();
    }

    @Replace(reason = RUN)
    public static <T> T doPrivileged(PrivilegedAction<T> action, AccessControlContext context, Permission... permissions) {
        return action.run();
    }

    @Replace(reason = RUN)
    public static <T> T doPrivileged(PrivilegedExceptionAction<T> action) throws PrivilegedActionException {
        return run(action);
    }

    @Replace(reason = RUN)
    public static <T> T doPrivileged(PrivilegedExceptionAction<T> action, AccessControlContext context) throws PrivilegedActionException {
        return run(action);
    }

    @Replace(reason = RUN)
    public static <T> T doPrivileged(PrivilegedExceptionAction<T> action, AccessControlContext context, Permission... permissions) throws PrivilegedActionException {
        return run(action);
    }

    private static <T> T run(PrivilegedExceptionAction<T> action) throws PrivilegedActionException {
        try {
            return action.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PrivilegedActionException(e);
        }
    }

    @Replace(reason = "no security manager, no contexts")
    public static AccessControlContext getContext() {
        return null;
    }

    @Replace(reason = "no security manager: everything is permitted that the isolate's manifest permits")
    public static void checkPermission(Permission permission) {}
}
