package org.bulkhead.programs.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Objects are made through constructors found by reflection. */
public final class ConstructorCalls {
    private final String text;

    private ConstructorCalls(String text) {
        this.text = text;
    }

    abstract static class Abstract {
        Abstract() {}
    }

    enum Colour { RED }

    class Inner {
        final int number;

        Inner(int number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return text + number;
        }
    }

    static class Failing {
        Failing(int value) {
            System.out.println(100 / value);
        }
    }

    static class Initialised {
        static {
            System.out.println("initialised");
        }
    }

    private static void make(Constructor<?> constructor, Object... arguments) {
        try {
            Object made = constructor.newInstance(arguments);
            System.out.println(made.getClass().getName() + " " + (made.toString().contains("@") ? "" : made));
        } catch (InvocationTargetException e) {
            System.out.println("threw " + e.getCause());
        } catch (InstantiationException | IllegalAccessException | IllegalArgumentException e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) throws Exception {
        ConstructorCalls outer = new ConstructorCalls("outer");
        make(ConstructorCalls.class.getDeclaredConstructor(String.class), "text");
        make(Abstract.class.getDeclaredConstructor());
        make(Colour.class.getDeclaredConstructors()[0], "RED", 0);
        make(Inner.class.getDeclaredConstructor(ConstructorCalls.class, int.class), outer, 5);
        make(Inner.class.getDeclaredConstructor(ConstructorCalls.class, int.class), outer, "five");
        make(Inner.class.getDeclaredConstructor(ConstructorCalls.class, int.class), outer);
        make(Failing.class.getDeclaredConstructor(int.class), 3);
        make(Failing.class.getDeclaredConstructor(int.class), 0);
        System.out.println("before");
        make(Initialised.class.getDeclaredConstructor());
        make(ArrayList.class.getConstructor());
        make(HashMap.class.getDeclaredConstructor());
        List<?> list = ArrayList.class.getDeclaredConstructor().newInstance();
        System.out.println(list.size());
        make(StringBuilder.class.getConstructor());
        System.out.println(Inner.class.getDeclaredConstructors()[0]);
    }
}
