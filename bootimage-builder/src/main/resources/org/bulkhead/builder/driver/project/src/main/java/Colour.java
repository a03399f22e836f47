package {{package}};

/**
 * A colour.
 *
 * @param red 0 to 63
 * @param green 0 to 63
 * @param blue 0 to 63
 */
public record Colour(int red, int green, int blue) {}
