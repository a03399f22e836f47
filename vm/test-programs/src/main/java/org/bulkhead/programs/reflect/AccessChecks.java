package org.bulkhead.programs.reflect;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import org.bulkhead.programs.reflect.other.Guarded;

/** Who may use which member. */
public final class AccessChecks {
    private AccessChecks() {}

    static class Nested {
        private int own = 1;

        private static int answer() {
            return 42;
        }
    }

    private static void check(AccessibleObject member, Object receiver) {
        try {
            System.out.println(member + " -> " + (member instanceof Field field ? field.get(receiver) : ((Method) member).invoke(receiver)));
        } catch (ReflectiveOperationException e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) throws Exception {
        Guarded guarded = new Guarded();
        for (String name : new String[] {"open", "inherited", "shared", "own"}) {
            check(Guarded.class.getDeclaredField(name), guarded);
        }
        for (String name : new String[] {"openMethod", "inheritedMethod", "sharedMethod", "ownMethod"}) {
            check(Guarded.class.getDeclaredMethod(name), guarded);
        }
        Method own = Guarded.class.getDeclaredMethod("ownMethod");
        System.out.println(own.canAccess(guarded) + " " + own.trySetAccessible() + " " + own.canAccess(guarded));
        check(own, guarded);
        Field field = Guarded.class.getDeclaredField("own");
        field.setAccessible(true);
        check(field, guarded);
        check(Nested.class.getDeclaredField("own"), new Nested());
        check(Nested.class.getDeclaredMethod("answer"), null);
        Field value = String.class.getDeclaredField("value");
        try {
            value.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            System.out.println(e.getMessage().replaceAll("@[0-9a-f]+", "@"));
        }
        try {
            value.get("text");
        } catch (IllegalAccessException e) {
            System.out.println(e.getMessage());
        }
    }
}
