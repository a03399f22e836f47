package org.bulkhead.programs.reflect;

import java.util.function.Supplier;

/** Names of classes, and the classes around them. */
public class NestedClasses {
    static class Member {
        class Deeper {}

        private interface Inside {}
    }

    sealed interface Sealed permits One, Two {}

    record One() implements Sealed {}

    static final class Two implements Sealed {}

    enum Kind {
        PLAIN,
        SPECIAL {
            @Override
            int value() {
                return 1;
            }
        };

        int value() {
            return 0;
        }
    }

    protected @interface Mark {}

    private static void show(Class<?> type) {
        System.out.println(type.getName() + " | " + type.getSimpleName() + " | " + type.getCanonicalName() + " | " + type.getTypeName() + " | " + Integer.toHexString(type.getModifiers()));
        System.out.println("  declaring " + type.getDeclaringClass() + ", enclosing " + type.getEnclosingClass() + ", method " + type.getEnclosingMethod() + ", constructor " + type.getEnclosingConstructor());
        System.out.println("  anonymous " + type.isAnonymousClass() + ", local " + type.isLocalClass() + ", member " + type.isMemberClass() + ", nest host " + type.getNestHost()
            + ", sealed " + type.isSealed() + ", synthetic " + type.isSynthetic());
    }

    Object inConstructor;

    NestedClasses() {
        class InConstructor {}
        inConstructor = new InConstructor();
    }

    static Object field = new Object() {};

    static Object method(int value) {
        class Local {
            int twice() {
                return 2 * value;
            }
        }
        return new Local();
    }

    public static void main(String[] args) throws Exception {
        Supplier<Object> fromLambda = () -> new Runnable() {
            @Override
            public void run() {}
        };
        Class<?>[] types = {
            NestedClasses.class, Member.class, Member.Deeper.class, Class.forName(NestedClasses.class.getName() + "$Member$Inside"), Sealed.class, One.class, Kind.class, Kind.SPECIAL.getClass(), Mark.class,
            new NestedClasses().inConstructor.getClass(), field.getClass(), method(3).getClass(), fromLambda.get().getClass(), int.class, int[].class, Member[][].class, String.class, java.util.Map.Entry.class,
            void.class,
        };
        for (Class<?> each : types) {
            show(each);
        }
        System.out.println(Listing.sorted(NestedClasses.class.getDeclaredClasses()));
        System.out.println(Listing.sorted(NestedClasses.class.getClasses()));
        System.out.println(Listing.sorted(Sealed.class.getPermittedSubclasses()));
        System.out.println(Listing.sorted(Member.class.getNestMembers()).length() > 0);
        System.out.println(Member.class.isNestmateOf(One.class) + " " + Member.class.isNestmateOf(String.class));
        System.out.println(Kind.SPECIAL.getDeclaringClass() + " " + Kind.valueOf("PLAIN").value() + Enum.valueOf(Kind.class, "SPECIAL").value());
        System.out.println(Listing.sorted(Kind.class.getEnumConstants()) + " " + Kind.class.getField("PLAIN").isEnumConstant());
        System.out.println(Kind.class.getMethod("valueOf", String.class).invoke(null, "PLAIN") + " " + ((Object[]) Kind.class.getMethod("values").invoke(null)).length);
    }
}
