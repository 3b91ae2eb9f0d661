import "./fetchParts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Workbench } from "./Workbench";

const place = document.getElementById("workbench");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Workbench />
    </StrictMode>,
  );
}
