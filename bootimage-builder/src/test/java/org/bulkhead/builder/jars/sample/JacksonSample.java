package org.bulkhead.builder.jars.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Objects of all kinds, written as JSON and read again. */
public final class JacksonSample {
    private JacksonSample() {}

    enum Colour { RED, GREEN }

    @JsonPropertyOrder({"name", "age", "colours", "scores", "nested"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Person {
        private String name;
        private int age;
        public List<Colour> colours;
        public Map<String, double[]> scores;
        public Person nested;
        @JsonIgnore
        public String hidden = "hidden";
        @JsonProperty("id")
        private long number = 1L << 40;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }

    record Point(int x, int y) {}

    record Line(Point from, Point to, @JsonProperty("text") String label, List<Point> more) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Cat.class, name = "cat"), @JsonSubTypes.Type(value = Dog.class, name = "dog")})
    interface Animal {}

    record Cat(int lives) implements Animal {}

    record Dog(String sound) implements Animal {}

    public static final class Immutable {
        private final String text;
        private final boolean flag;

        @JsonCreator
        public Immutable(@JsonProperty("text") String text, @JsonProperty("flag") boolean flag) {
            this.text = text;
            this.flag = flag;
        }

        public String getText() {
            return text;
        }

        public boolean isFlag() {
            return flag;
        }
    }

    public static class Box<T> {
        public T content;
        public T[] more;
    }

    public static void main(String[] args) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        Person person = new Person();
        person.setName("Ada \"Countess\" \u00e4");
        person.setAge(36);
        person.colours = List.of(Colour.GREEN, Colour.RED);
        person.scores = new TreeMap<>(Map.of("a", new double[] {1.5, 2}, "b", new double[0]));
        person.nested = new Person();
        String json = mapper.writeValueAsString(person);
        System.out.println(json);
        Person read = mapper.readValue(json, Person.class);
        System.out.println(read.getName() + " " + read.getAge() + " " + read.colours + " " + read.scores.keySet() + " " + read.number + " " + mapper.writeValueAsString(read).equals(json));
        Line line = new Line(new Point(1, 2), new Point(3, 4), "line", List.of(new Point(5, 6)));
        json = mapper.writeValueAsString(line);
        System.out.println(json + " " + mapper.readValue(json, Line.class).equals(line));
        List<Animal> animals = mapper.readValue("[{\"type\":\"cat\",\"lives\":9},{\"type\":\"dog\",\"sound\":\"wuff\"}]", new TypeReference<List<Animal>>() {});
        System.out.println(animals + " " + mapper.writerFor(new TypeReference<List<Animal>>() {}).writeValueAsString(animals));
        json = mapper.writeValueAsString(new Immutable("t", true));
        System.out.println(json + " " + mapper.readValue(json, Immutable.class).getText());
        Box<Point> box = mapper.readValue("{\"content\":{\"x\":1,\"y\":2},\"more\":[{\"x\":3,\"y\":4}]}", new TypeReference<Box<Point>>() {});
        System.out.println(box.content + " " + box.more.length + " " + box.more[0]);
        JsonNode tree = mapper.readTree("{\"a\":[1,2.5,true,null,\"x\"],\"b\":{\"c\":12345678901234567890}}");
        System.out.println(tree.get("a").get(1).asDouble() + " " + tree.at("/b/c") + " " + tree);
        System.out.println(mapper.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(Map.of("k", List.of(1, 2))));
        System.out.println(mapper.convertValue(Map.of("x", 7, "y", "8"), Point.class));
        for (String bad : new String[] {"{\"x\":1", "{\"x\":\"one\",\"y\":2}", "{\"x\":1,\"y\":2,\"z\":3}", "[]"}) {
            try {
                System.out.println(mapper.readValue(bad, Point.class));
            } catch (JsonProcessingException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getOriginalMessage());
            }
        }
    }
}
