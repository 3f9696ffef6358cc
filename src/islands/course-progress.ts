// Shows stored progress on the course map.
export {};
