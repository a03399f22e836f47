package org.bulkhead.isolate.manifest.rules;

import java.util.List;
import java.util.Map;

/** An annotation on an isolate's class, as source or class file have it, with the defaults of its type filled in. */
public final class Declaration {
    private final Map<String, Value> values;
    private final Place place;

    /**
     * A value of an annotation and where it stands.
     *
     * @param content a String, a boxed primitive, the name of an enum constant, the name of a class as {@code Class.getName} gives it, a list of Values, or a Declaration
     */
    public record Value(Object content, Place place) {
        /** Returns a text, or the name of a class or of an enum constant. */
        public String text() {
            return (String) content;
        }

        public int number() {
            return (Integer) content;
        }

        /** Returns an annotation inside the annotation. */
        public Declaration declaration() {
            return (Declaration) content;
        }
    }

    /**
     * @param values the value of every element
     * @param place where the annotation stands
     */
    public Declaration(Map<String, Value> values, Place place) {
        this.values = Map.copyOf(values);
        this.place = place;
    }

    /** Returns where the annotation stands. */
    public Place place() {
        return place;
    }

    /** Returns where the value of an element stands: that of a default is the annotation. */
    public Place place(String element) {
        return values.get(element).place();
    }

    /** Returns a text, or the name of a class. */
    public String text(String element) {
        return values.get(element).text();
    }

    public int number(String element) {
        return values.get(element).number();
    }

    /** Returns a number of 64 bits. */
    public long longNumber(String element) {
        return (Long) values.get(element).content();
    }

    public boolean flag(String element) {
        return (Boolean) values.get(element).content();
    }

    /** Returns an enum constant. Throws IllegalArgumentException if the enum has none of that name: the class was compiled against another version of it. */
    public <E extends Enum<E>> E constant(String element, Class<E> of) {
        return Enum.valueOf(of, text(element));
    }

    /** Returns the values of an element that is an array. */
    @SuppressWarnings("unchecked")
    public List<Value> list(String element) {
        return (List<Value>) values.get(element).content();
    }
}
