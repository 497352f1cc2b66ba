"""What leaders see of the backstage, and the door that keeps them among their own things."""
