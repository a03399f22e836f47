/** Programs that direct scenarios: they stand for the user, ask the supervisor for what a user would, and end the machine when all is told. */
package org.bulkhead.servers.scenario;
