/**
 * What helps the authors of drivers: a report on a driver's rights and costs ({@link org.bulkhead.builder.driver.DriverCheck}), and new projects
 * ({@link org.bulkhead.builder.driver.DriverProject}).
 */
package org.bulkhead.builder.driver;
