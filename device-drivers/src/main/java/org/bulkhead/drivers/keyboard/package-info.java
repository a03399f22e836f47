/**
 * From keys to text, whatever the keyboard is connected to: {@link org.bulkhead.drivers.keyboard.Modifiers} and {@link org.bulkhead.drivers.keyboard.Layout} make events of keys, and
 * {@link org.bulkhead.drivers.keyboard.TerminalKeys} what a terminal would send.
 */
package org.bulkhead.drivers.keyboard;
