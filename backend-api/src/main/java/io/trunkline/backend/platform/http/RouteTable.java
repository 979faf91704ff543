package io.trunkline.backend.platform.http;

import java.util.List;

/// All routes of the server. What is not in it cannot be reached; what is in it is guarded.
public interface RouteTable {
    /// Adds a route; refused when its method and path are taken.
    void add(Route route, RouteHandler handler);

    /// Every route, in the order of adding.
    List<Route> all();
}
